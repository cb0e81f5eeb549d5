/* GNUstep asks for this header wherever blocks are on, and Debian has none: the Swift toolchain's says the same. */
#include <Block.h>
