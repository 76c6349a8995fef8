namespace Procedures.Deadlines.Notation;

internal enum TokenKind { Word, Number, Date, Month, Plus, Minus, Open, Close, Comma, Ellipsis, Comparison, End }
