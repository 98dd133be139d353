/// ICU behind integers and opaque pointers: no ICU type is named here, so that the module can be imported
/// beside Foundation, which carries an ICU of its own.
#ifndef CICU_H
#define CICU_H

#include "CICUBreak.h"
#include "CICUDictionary.h"
#include "CICUEncoding.h"
#include "CICUNormalize.h"

#endif
