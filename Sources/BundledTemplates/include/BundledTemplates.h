/// The templates, style and script of reports as bytes inside the program.
#ifndef BUNDLED_TEMPLATES_H
#define BUNDLED_TEMPLATES_H

#include <stdint.h>

/// How many files there are.
int32_t bundled_template_count(void);
/// The name of file `index`, for example `report.css`.
const char *bundled_template_name(int32_t index);
/// The bytes of file `index`; not terminated by a zero.
const uint8_t *bundled_template_bytes(int32_t index);
/// The number of bytes of file `index`.
int64_t bundled_template_size(int32_t index);

#endif
