"""Verbs whose past and participle do not follow the rules of spelling.

Rule: a line is base, past, and the participle where it is another form.
"""

from __future__ import annotations

import re

_TABLE = """
arise arose arisen
awake awoke awoken
be was been
bear bore borne
beat beat beaten
become became become
begin began begun
bend bent
bet bet
bid bid
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
broadcast broadcast
build built
burst burst
buy bought
cast cast
catch caught
choose chose chosen
cling clung
come came come
cost cost
creep crept
cut cut
deal dealt
dig dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forecast forecast
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
freeze froze frozen
get got
give gave given
go went gone
grind ground
grow grew grown
have had
hang hung
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
keep kept
kneel knelt
know knew known
lay laid
lead led
leap leapt
leave left
lend lent
let let
lie lay lain
light lit
lose lost
make made
mean meant
meet met
mow mowed mown
pay paid
put put
quit quit
read read
rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran run
saw sawed sawn
say said
see saw seen
seek sought
sell sold
send sent
set set
sew sewed sewn
shake shook shaken
shed shed
shine shone
shoot shot
show showed shown
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
sow sowed sown
speak spoke spoken
speed sped
spend spent
spin spun
split split
spread spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
stink stank stunk
strike struck
string strung
strive strove striven
swear swore sworn
sweep swept
swell swelled swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
thrust thrust
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
wring wrung
write wrote written
"""
_PREFIX = re.compile("(?:baby|fore|mis|out|over|re|under|un|up|with)(?=.)")


def _read(table: str) -> dict[str, tuple[str, str]]:
    rows = (line.split() for line in table.strip().splitlines())
    return {row[0]: (row[1], row[-1]) for row in rows}


_FORMS = _read(_TABLE)


def past_and_participle(base: str) -> tuple[str, str] | None:
    """Of an irregular verb, also behind a prefix: "oversee" as "see"; else None."""
    if base in _FORMS:
        return _FORMS[base]
    prefix = _PREFIX.match(base)
    if prefix is None or base == "relay":
        return None
    rest = past_and_participle(base[prefix.end() :])
    return rest and (prefix[0] + rest[0], prefix[0] + rest[1])
