#include "CHTML.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

enum { deepestNode = 2000 };

typedef struct {
  char *bytes;
  size_t length, capacity;
} buffer;

static void append(buffer *out, const char *text, size_t length) {
  if (out->length + length + 1 > out->capacity) {
    size_t capacity = (out->capacity + length + 64) * 2;
    char *bytes = realloc(out->bytes, capacity);
    if (bytes == NULL) return;
    out->bytes = bytes;
    out->capacity = capacity;
  }
  memcpy(out->bytes + out->length, text, length);
  out->length += length;
  out->bytes[out->length] = 0;
}

static int is_one_of(const char *name, const char *const *names) {
  for (; *names != NULL; names++)
    if (strcasecmp(name, *names) == 0) return 1;
  return 0;
}

static const char *const skipped[] = {"script", "style", "nav",    "header",   "footer", "aside",  "form", "noscript",
                                      "template", "button", "svg", "iframe", "select", "figure", "head", "menu", NULL};
static const char *const blocks[] = {"p",  "div", "section", "article", "li",  "ul",         "ol",  "h1",    "h2",
                                     "h3", "h4",  "h5",      "h6",      "tr",  "table",      "br",  "blockquote",
                                     "dd", "dt",  "pre",     "main",    "hr",  "figcaption", "body", NULL};

static int has_role(xmlNodePtr node, const char *value) {
  xmlChar *role = xmlGetProp(node, (const xmlChar *)"role");
  int same = role != NULL && strcasecmp((const char *)role, value) == 0;
  xmlFree(role);
  return same;
}

static int is_skipped(xmlNodePtr node) {
  return is_one_of((const char *)node->name, skipped) || has_role(node, "navigation") || has_role(node, "banner") ||
         has_role(node, "contentinfo") || has_role(node, "search");
}

// White space inside a line becomes one space, as a browser shows it.
static void append_text(buffer *out, const char *text) {
  for (; *text != 0; text++) {
    int space = *text == ' ' || *text == '\n' || *text == '\t' || *text == '\r' || *text == '\f';
    if (!space) {
      append(out, text, 1);
    } else if (out->length > 0 && out->bytes[out->length - 1] != ' ' && out->bytes[out->length - 1] != '\n') {
      append(out, " ", 1);
    }
  }
}

static void end_line(buffer *out) {
  while (out->length > 0 && out->bytes[out->length - 1] == ' ') out->bytes[--out->length] = 0;
  if (out->length > 0 && out->bytes[out->length - 1] != '\n') append(out, "\n", 1);
}

static void collect(xmlNodePtr node, buffer *out, int depth) {
  if (depth > deepestNode) return;
  for (; node != NULL; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      if (node->content != NULL) append_text(out, (const char *)node->content);
    } else if (node->type == XML_ELEMENT_NODE && !is_skipped(node)) {
      int block = is_one_of((const char *)node->name, blocks);
      if (block) end_line(out);
      collect(node->children, out, depth + 1);
      if (block) end_line(out);
      if (strcasecmp((const char *)node->name, "td") == 0 || strcasecmp((const char *)node->name, "th") == 0)
        append(out, "\t", 1);
    }
  }
}

static xmlNodePtr find(xmlNodePtr node, const char *name, const char *role, int depth) {
  if (depth > deepestNode) return NULL;
  for (; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if ((name != NULL && strcasecmp((const char *)node->name, name) == 0) || (role != NULL && has_role(node, role)))
      return node;
    xmlNodePtr inner = find(node->children, name, role, depth + 1);
    if (inner != NULL) return inner;
  }
  return NULL;
}

static char *copy(const xmlChar *text) { return text == NULL ? NULL : strdup((const char *)text); }

static void read_meta(xmlNodePtr node, chtml_page *page, int depth) {
  static const char *const dates[] = {"date", "article:published_time", "pubdate", "publishdate", "dc.date",
                                      "dcterms.date", NULL};
  if (depth > deepestNode) return;
  for (; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (strcasecmp((const char *)node->name, "meta") == 0 && page->date == NULL) {
      xmlChar *name = xmlGetProp(node, (const xmlChar *)"name");
      if (name == NULL) name = xmlGetProp(node, (const xmlChar *)"property");
      if (name != NULL && is_one_of((const char *)name, dates)) {
        xmlChar *content = xmlGetProp(node, (const xmlChar *)"content");
        page->date = copy(content);
        xmlFree(content);
      }
      xmlFree(name);
    }
    read_meta(node->children, page, depth + 1);
  }
}

static size_t text_length(xmlNodePtr node) {
  buffer out = {0};
  collect(node->children, &out, 0);
  size_t length = out.length;
  free(out.bytes);
  return length;
}

// The element that holds the text: <main> or <article> where it holds a good part of the page, else the whole page.
static xmlNodePtr main_element(xmlNodePtr root) {
  size_t whole = text_length(root);
  xmlNodePtr candidates[] = {find(root, "article", NULL, 0), find(root, "main", NULL, 0), find(root, NULL, "main", 0)};
  for (size_t index = 0; index < sizeof candidates / sizeof *candidates; index++)
    if (candidates[index] != NULL && text_length(candidates[index]) * 3 > whole) return candidates[index];
  return root;
}

static void read_head(xmlNodePtr root, chtml_page *page) {
  xmlNodePtr title = find(root, "title", NULL, 0);
  if (title != NULL) {
    xmlChar *content = xmlNodeGetContent(title);
    buffer out = {0};
    if (content != NULL) append_text(&out, (const char *)content);
    while (out.length > 0 && out.bytes[out.length - 1] == ' ') out.bytes[--out.length] = 0;
    page->title = out.bytes;
    xmlFree(content);
  }
  xmlChar *language = xmlGetProp(root, (const xmlChar *)"lang");
  page->language = copy(language);
  xmlFree(language);
  read_meta(root, page, 0);
}

chtml_page *chtml_read(const uint8_t *bytes, int64_t length, const char *encoding) {
  if (length <= 0 || length > INT_MAX) return NULL;
  const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_NONET;
  htmlDocPtr document = htmlReadMemory((const char *)bytes, (int)length, NULL, encoding, options);
  if (document == NULL) return NULL;
  xmlNodePtr root = xmlDocGetRootElement(document);
  chtml_page *page = root == NULL ? NULL : calloc(1, sizeof *page);
  if (page != NULL) {
    read_head(root, page);
    buffer out = {0};
    collect(main_element(root)->children, &out, 0);
    page->text = out.bytes;
  }
  xmlFreeDoc(document);
  return page;
}

void chtml_page_free(chtml_page *page) {
  if (page == NULL) return;
  free(page->text);
  free(page->title);
  free(page->date);
  free(page->language);
  free(page);
}
