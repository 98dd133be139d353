/// The main text of an HTML page by libxml2, behind plain bytes.
#ifndef CHTML_H
#define CHTML_H

#include <stdint.h>

/// What a page holds; every field is UTF-8 ended by a zero, or NULL. Free it with `chtml_page_free`.
typedef struct {
  char *text;
  char *title;
  char *date;
  char *language;
} chtml_page;

/// Reads a page. `encoding` may be NULL: then the page's own declaration counts. Returns NULL where nothing can be read.
chtml_page *chtml_read(const uint8_t *bytes, int64_t length, const char *encoding);

/// Frees a page.
void chtml_page_free(chtml_page *page);

#endif
