using System.Text.Json.Serialization;

namespace Warder.Sessions.Records;

/// <summary>The record's JSON, made ahead of time.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
