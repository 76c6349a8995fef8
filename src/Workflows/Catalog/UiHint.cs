namespace Procedures.Catalog;

/// <summary>The editors that Elsa Studio offers for an input, by their names in its contract.</summary>
public static class UiHint
{
    public const string SingleLine = "singleline";
    public const string MultiLine = "multiline";
    public const string Checkbox = "checkbox";
    public const string Dropdown = "dropdown";
    public const string RadioList = "radiolist";
    public const string CheckList = "checklist";
    public const string MultiText = "multitext";
    public const string DateTimePicker = "datetime-picker";
    public const string CodeEditor = "code-editor";
    public const string JsonEditor = "json-editor";
    public const string Dictionary = "dictionary";
    public const string VariablePicker = "variable-picker";
    public const string OutputPicker = "output-picker";
    public const string OutcomePicker = "outcome-picker";
    public const string DefinitionPicker = "workflow-definition-picker";
    public const string DynamicOutcomes = "dynamic-outcomes";
    public const string FlowSwitchEditor = "flow-switch-editor";
    public const string SwitchEditor = "switch-editor";
}
