# What this hospital's server may reach. An upgrade does not touch the copy in /etc/gleaner.
@0xd6a1b8f04c2e9375;

# Addresses that the server may ask: identity providers, webhooks, look-ups of papers. "public" is the internet without private networks. Add the
# network of an identity provider inside the hospital, as narrow as possible: ["public", "10.20.0.0/28"].
const reaches :List(Text) = ["public"];

# The hospital's own certificate authority, if its providers have certificates of it. The file lies beside this one: [embed "hospital-ca.pem"].
const authorities :List(Text) = [];
