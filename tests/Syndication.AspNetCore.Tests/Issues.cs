using System.Globalization;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.AspNetCore.Tests;

/// <summary>Issues to publish.</summary>
internal static class Issues
{
    public static StoredIssue Of(int number, string? words = null) => new("weekly", $"vol-{number}", new Issue
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"tag:weekly.example.org,2020:{number}"),
        Publication = new Publication { Title = "Weekly 周报", Url = "https://weekly.example.org/", Language = "en" },
        Number = number,
        Title = $"Volume {number}",
        Url = $"https://weekly.example.org/vol-{number}",
        Published = new PublicationDate(new DateOnly(2020, 1, 1).AddDays(7 * number)),
        Sections =
        [
            new Section
            {
                Title = "News 要闻", Slug = "news",
                Items =
                [
                    new Item
                    {
                        Id = $"tag:weekly.example.org,2020:{number}:a", Title = $"First of {number}", Kind = "KEP",
                        Content = new Content($"<p>{words ?? "Words"} of the first item of number {number}, with 容器 and more.</p>", $"{words ?? "Words"} of the first item of number {number}, with 容器 and more."),
                        Links = [new Link($"https://example.org/{number}/a", "first")],
                    },
                    new Item { Id = $"tag:weekly.example.org,2020:{number}:b", Title = $"Second of {number}", Links = [new Link($"https://example.org/{number}/b", "second")] },
                ],
            },
        ],
    });

    public static StoredIssue[] UpTo(int last) => [.. Enumerable.Range(1, last).Select(static number => Of(number))];
}
