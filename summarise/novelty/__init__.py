"""What an article says that its reader has not read before.

sentences ──terms──▶ looked up among what was read ──known──▶ Known

The texts that were read come from whoever remembers them; this folder knows no store. Time grows
with the sentences, never with pairs of them.
"""
