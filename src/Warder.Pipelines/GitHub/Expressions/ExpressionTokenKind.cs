namespace Warder.Pipelines.GitHub.Expressions;

internal enum ExpressionTokenKind
{
    End,
    Unexpected,
    OpenGroup,
    CloseGroup,
    OpenIndex,
    CloseIndex,
    Comma,
    Dot,
    Star,
    Not,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Null,
    True,
    False,
    Number,
    String,
    Name,
}
