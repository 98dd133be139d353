#include "BundledTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each file of Templates/ becomes bytes of the program, so that it works wherever it is moved to.
static const uint8_t page[] = {
#embed "Templates/report.mustache"
};
static const uint8_t validation[] = {
#embed "Templates/validation.mustache"
};
static const uint8_t style[] = {
#embed "Templates/report.css"
};
static const uint8_t script[] = {
#embed "Templates/report.js"
};

typedef struct {
  const char *name;
  const uint8_t *bytes;
  int64_t size;
} bundled_file;

static const bundled_file files[] = {
    {"report.mustache", page, sizeof page},
    {"validation.mustache", validation, sizeof validation},
    {"report.css", style, sizeof style},
    {"report.js", script, sizeof script},
};

static const int32_t count = sizeof files / sizeof files[0];

int32_t bundled_template_count(void) { return count; }

const char *bundled_template_name(int32_t index) { return index >= 0 && index < count ? files[index].name : ""; }

const uint8_t *bundled_template_bytes(int32_t index) {
  return index >= 0 && index < count ? files[index].bytes : files[0].bytes;
}

int64_t bundled_template_size(int32_t index) { return index >= 0 && index < count ? files[index].size : 0; }
