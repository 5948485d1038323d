// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One turn of a conversation.
public struct ChatMessage: Sendable, Hashable, Codable {
  /// Who speaks.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Instructions that stand above the conversation.
    case system
    /// The one who asks.
    case user
    /// The model.
    case assistant
  }

  /// Who speaks.
  public var role: Role
  /// What is said.
  public var content: String

  /// Creates a turn.
  public init(_ role: Role, _ content: String) {
    self.role = role
    self.content = content
  }

  /// Instructions that stand above the conversation.
  public static func system(_ content: String) -> ChatMessage { ChatMessage(.system, content) }

  /// A question or a task.
  public static func user(_ content: String) -> ChatMessage { ChatMessage(.user, content) }

  /// An earlier answer of the model.
  public static func assistant(_ content: String) -> ChatMessage {
    ChatMessage(.assistant, content)
  }
}
