using System.Text.Json;
using System.Text.Json.Serialization;

namespace Syndication.Model;

/// <summary>Roles by name in lower case; a number is no role.</summary>
internal sealed class PersonRoleConverter() : JsonStringEnumConverter<PersonRole>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
