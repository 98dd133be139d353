#include "BundledLexicons.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each file of Lexicons/ becomes bytes of the program, so that it works wherever it is moved to.
static const uint8_t abbreviations[] = {
#embed "../../Lexicons/abbreviations.yaml"
};
static const uint8_t actors[] = {
#embed "../../Lexicons/actors.yaml"
};
static const uint8_t blame[] = {
#embed "../../Lexicons/blame.yaml"
};
static const uint8_t decoupling[] = {
#embed "../../Lexicons/decoupling.yaml"
};
static const uint8_t demands[] = {
#embed "../../Lexicons/demands.yaml"
};
static const uint8_t domains[] = {
#embed "../../Lexicons/domains.yaml"
};
static const uint8_t rationale[] = {
#embed "../../Lexicons/rationale.yaml"
};
static const uint8_t recognition[] = {
#embed "../../Lexicons/recognition.yaml"
};
static const uint8_t references[] = {
#embed "../../Lexicons/references.yaml"
};
static const uint8_t rejections[] = {
#embed "../../Lexicons/rejections.yaml"
};
static const uint8_t rules[] = {
#embed "../../Lexicons/rules.yaml"
};
static const uint8_t scopes[] = {
#embed "../../Lexicons/scopes.yaml"
};
static const uint8_t stance[] = {
#embed "../../Lexicons/stance.yaml"
};
static const uint8_t stop_words[] = {
#embed "../../Lexicons/stop-words.yaml"
};
static const uint8_t threat[] = {
#embed "../../Lexicons/threat.yaml"
};
static const uint8_t voice[] = {
#embed "../../Lexicons/voice.yaml"
};
static const uint8_t weights[] = {
#embed "../../Lexicons/weights.tsv"
};
static const uint8_t words[] = {
#embed "../../Lexicons/words.yaml"
};

typedef struct {
  const char *name;
  const uint8_t *bytes;
  int64_t size;
} bundled_file;

#define BUNDLED(list) {#list ".yaml", list, sizeof list}

static const bundled_file files[] = {
    BUNDLED(abbreviations),
    BUNDLED(actors),
    BUNDLED(blame),
    BUNDLED(decoupling),
    BUNDLED(demands),
    BUNDLED(domains),
    BUNDLED(rationale),
    BUNDLED(recognition),
    BUNDLED(references),
    BUNDLED(rejections),
    BUNDLED(rules),
    BUNDLED(scopes),
    BUNDLED(stance),
    {"stop-words.yaml", stop_words, sizeof stop_words},
    BUNDLED(threat),
    BUNDLED(voice),
    {"weights.tsv", weights, sizeof weights},
    BUNDLED(words),
};

static const int32_t count = sizeof files / sizeof files[0];

int32_t bundled_lexicon_count(void) { return count; }

const char *bundled_lexicon_name(int32_t index) { return index >= 0 && index < count ? files[index].name : ""; }

const uint8_t *bundled_lexicon_bytes(int32_t index) {
  return index >= 0 && index < count ? files[index].bytes : files[0].bytes;
}

int64_t bundled_lexicon_size(int32_t index) { return index >= 0 && index < count ? files[index].size : 0; }
