using Syndication.Structure;

namespace Syndication.Tests.Structure;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("本周我们整理了社区的最新动态，包括 Kubernetes 与 etcd 的进展。", "zh-Hans")]
    [InlineData("本週我們整理了社群的最新動態，包括 Kubernetes 與 etcd 的進展。", "zh-Hant")]
    [InlineData("今週のニュースをまとめました。Kubernetes の新しい機能が発表されました。", "ja")]
    [InlineData("이번 주에는 새로운 소식이 많이 있습니다.", "ko")]
    [InlineData("Here is what happened in the community this week, and what you can do about it.", "en")]
    [InlineData("Diese Woche haben wir die wichtigsten Neuigkeiten für euch und eine Einladung zum Treffen.", "de")]
    [InlineData("Cette semaine, nous avons réuni pour vous les nouvelles les plus importantes.", "fr")]
    [InlineData("Esta semana hemos reunido para todos las noticias más importantes de la comunidad.", "es")]
    [InlineData("Esta semana não há muitas novidades, mas você pode ler mais sobre a comunidade.", "pt")]
    [InlineData("Questa settimana abbiamo raccolto gli articoli più interessanti della rete.", "it")]
    [InlineData("Deze week hebben wij het nieuws voor je verzameld en dat is niet weinig.", "nl")]
    [InlineData("На этой неделе вышли новые версии библиотек.", "ru")]
    [InlineData("Цього тижня вийшли нові версії бібліотек, і їх багато.", "uk")]
    [InlineData("في هذا الأسبوع نجمع لكم أهم الأخبار", "ar")]
    [InlineData("השבוע אספנו עבורכם את החדשות החשובות", "he")]
    [InlineData("", null)]
    [InlineData("1.2.3 — 42", null)]
    public void A_text_tells_its_language(string text, string? expected) => Assert.Equal(expected, LanguageDetector.Detect(text, out _));

    [Theory]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh_CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-hant-HK", "zh-Hant")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("en-us", "en-US")]
    [InlineData("EN", "en")]
    [InlineData("en_US.UTF-8", "en-US")]
    [InlineData("sr-latn-rs", "sr-Latn-RS")]
    [InlineData("x-default", null)]
    [InlineData("english", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_declared_tag_is_brought_into_form(string? declared, string? expected) => Assert.Equal(expected, LanguageDetector.Normalize(declared));

    [Fact]
    public void A_text_that_is_plainly_in_another_language_beats_the_declared_tag()
    {
        string chinese = string.Concat(Enumerable.Repeat("本周我们整理了社区的最新动态，欢迎阅读并与朋友分享。", 4));
        Assert.Equal("zh-Hans", LanguageDetector.Decide("en", chinese, out bool contradicted));
        Assert.True(contradicted);
    }

    [Fact]
    public void A_few_foreign_words_do_not_beat_the_declared_tag()
    {
        Assert.Equal("de", LanguageDetector.Decide("de", "Kubernetes 1.16 released, and what is in it", out bool contradicted));
        Assert.False(contradicted);
    }

    [Fact]
    public void Chinese_without_a_script_gets_that_of_the_text()
    {
        string traditional = string.Concat(Enumerable.Repeat("本週我們整理了社群的最新動態，歡迎閱讀並與朋友分享。", 4));
        Assert.Equal("zh-Hant", LanguageDetector.Decide("zh", traditional, out bool contradicted));
        Assert.False(contradicted);
        Assert.Equal("zh-Hant", LanguageDetector.Decide("zh-CN", traditional, out contradicted));
        Assert.True(contradicted);
    }
}
