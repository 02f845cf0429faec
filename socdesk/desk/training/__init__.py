"""Training on one desk: who stands how, recording what was done, and adding people."""
