namespace Procedures.Deadlines.Notation;

/// <summary><c>d</c>, <c>w</c>, <c>mo</c>, <c>y</c>, <c>wd</c>.</summary>
internal enum OffsetUnit { Days, Weeks, Months, Years, WorkingDays }
