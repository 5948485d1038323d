// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

struct CacheDirectoryTests {
  @Test(arguments: [
    (["OPTOBENCH_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"], "/a"),
    (["OPTOBENCH_CACHE": "", "XDG_CACHE_HOME": "/b", "HOME": "/c"], "/b/optobench"),
    (["XDG_CACHE_HOME": "relative", "HOME": "/c"], "/c/.cache/optobench"),
  ])
  func theFirstVariableThatNamesAFolderDecides(environment: [String: String], path: String) throws {
    #expect(try CacheDirectory.locate(environment: environment).path == path)
  }

  @Test func withoutAnyVariableTheErrorSaysWhichToSet() {
    let error = #expect(throws: DataError.self) { try CacheDirectory.locate(environment: [:]) }
    #expect(error?.message.contains("OPTOBENCH_CACHE") == true)
  }
}
