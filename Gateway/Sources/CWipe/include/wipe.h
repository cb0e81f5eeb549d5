// Memory that is given back holds nothing of what it held: a core of a gateway that has nothing to do shows no card number and no security
// code of those it has seen.
//
// A program that links this has a `free` and a `realloc` of its own, which every library in it uses, too. Only with glibc, which lets them;
// elsewhere nothing changes.
#ifndef WIPE_H
#define WIPE_H

#endif
