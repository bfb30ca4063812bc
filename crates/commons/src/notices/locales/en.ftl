# What this site is, legal and privacy notice, accessibility statement, contact

about-page-title = This site
about-lede = Infitah means “opening”. Here anyone can see what the { $region } region does, and with what money.
about-what = What you find here
about-what-1 = Projects: where they are, who pays, what is built, what is paid.
about-what-2 = Places: the provinces and the communes, with their inhabitants and their projects.
about-data = Where the figures come from
about-data-1 = The names of places, the inhabitants and the census figures come from the High Commission for Planning (RGPH 2024 and 2014). The codes have been filtered and the boundaries simplified.
about-data-2 = The boundaries on the maps are indicative.
about-data-3 = A figure that we do not have is marked “not published”. It is never replaced by zero.
about-free = Free software
about-free-1 = Infitah is free software, under the AGPL-3.0 licence or later. Another region can install it with its own data.
about-source = The program’s source code:

privacy-page-title = Legal notice and privacy
privacy-lede = Reading this site leaves no trace of you.
privacy-lede-log = This site keeps a short technical trace of each visit, without your full address.
privacy-who = Who publishes
privacy-who-1 = This site is published for the { $region } region. The phone number and email address are on the “Contact us” page.
privacy-what = What we keep about you
privacy-what-1 = Nothing when you read: no account, no cookies, no visitor statistics.
privacy-what-log-1 = No account, no cookies, no visitor statistics.
privacy-what-log-2 = The server writes one line for each page: the time, the page and a shortened network address. What you search for is not written.
privacy-what-2 = No page calls another site. Nobody else knows that you came.
privacy-what-3 = The voice you choose for listening stays in your phone. It is not sent to us.
privacy-what-4 = If you answer at the foot of the budget’s page, your answer is kept, without name and network address.
privacy-messages = Your messages
privacy-messages-1 = When you send us an SMS, we keep your number and your text. When we write to you, we keep your address and our text. After three months all of it is forgotten. A code is erased as soon as it has left. Answer STOP, or follow the link in the mail: the news stop.
privacy-rights = Your rights
privacy-rights-1 = If a page speaks of you and is wrong, write to us: we correct it, and the correction stays visible.
privacy-reuse = Reusing the data
privacy-reuse-1 = The published data can be reused freely, naming the source.

accessibility-page-title = Accessibility
accessibility-lede = This site is made to be read and heard by everyone. Here is what works and what is still missing.
accessibility-works = What works
accessibility-works-1 = All pages work without JavaScript, on a small screen and with a slow connection.
accessibility-works-2 = All pages can be used with a keyboard. Each map and each drawing has its list or its table.
accessibility-works-3 = Colours keep enough contrast, in light and in dark. Nothing is said by colour alone.
accessibility-works-4 = Text can be made twice as large without losing anything.
accessibility-missing = What is still missing
accessibility-missing-1 = The pages are not yet read by a person in Darija, Tamazight and Tachelhit.
accessibility-missing-2 = The texts in Tifinagh and in Darija have not yet been checked by qualified readers.
accessibility-missing-3 = There are no sign language videos yet, and no Braille version.
accessibility-missing-4 = The site has not yet been tried by blind people with their own phones.
accessibility-tested = How we check
accessibility-tested-1 = We aim for WCAG 2.2, level AA. A program checks the main pages at every change, in Arabic and in French, in light and in dark. A longer run checks all pages, in all languages. A program does not see everything.
accessibility-tell = Does something not work for you?
accessibility-tell-1 = Tell us through the “Contact us” page. We answer and we correct.

contact-lede = A question, a mistake, a difficult page: tell us.
contact-reach = How to reach us
contact-phone = Phone
contact-days = { $count ->
    [one] We answer within { $count } working day.
   *[other] We answer within { $count } working days.
}
contact-email = Email
contact-mistake = Do you see a mistake?
contact-mistake-1 = Tell us the page and what is wrong. A correction is made in the open: the old value, the new one and the reason stay visible.
