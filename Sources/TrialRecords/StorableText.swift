// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

// SQLite's texts end at their first U+0000, without an error. Whoever scores texts replaces it before;
// what comes by another way, such as the words of a server's error, is replaced when its row is
// written, so that no column is ever cut. Plans, states, requests and proposals are JSON text, which
// writes the character as an escape.

extension EvaluationRecord {
  /// The row with texts that a store can keep.
  var storable: EvaluationRecord {
    var row = self
    row.exampleID = exampleID.storable
    row.answer = answer.storable
    row.feedback = feedback.storable
    row.error = error?.storable
    return row
  }
}

extension ModelCallRecord {
  /// The row with texts that a store can keep.
  var storable: ModelCallRecord {
    var row = self
    row.answer = answer?.storable
    row.finishReason = finishReason?.storable
    row.error = error?.storable
    return row
  }
}

extension RunNote {
  /// The note with a sentence that a store can keep.
  var storable: RunNote {
    var note = self
    note.message = message.storable
    return note
  }
}
