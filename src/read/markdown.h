// What in a text of Markdown is markup that could be taken for words.
#pragma once

#include "model/model.h"

namespace crosscheck::read_room {

/// Adds it to `hidden`, which stays in text order. A text whose marks would take a parser minutes is left as it is, with a warning.
void hide_markup(Document& document);

}  // namespace crosscheck::read_room
