# For those who type `just`: every recipe is the target of the Makefile with its name.
default:
    @make help

setup:
    @make setup
demo:
    @make demo
test:
    @make test
soak:
    @make soak
lock:
    @make lock
wheel:
    @make wheel
calibrate:
    @make calibrate
choosing:
    @make choosing
coreference:
    @make coreference
ablations:
    @make ablations
