import type { CardText } from './card-text.ts'

/** Characters of one text on a card: channels refuse longer ones (Slack: 3,000 a block). */
const longest = 1500
const short = (text: string, most = longest): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const run = (text: string, look: object = {}): object => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text: short(text), ...look }],
})

/**
 * What a Teams workflow ("Post to a channel when a webhook request is received") takes: a message with one Adaptive Card 1.4. Texts are
 * text runs, in which nothing is read as Markdown, so what people wrote stays as they wrote it.
 */
export const teamsPayload = ({ title, facts, words, open }: CardText, link: string): object => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          run(title, { weight: 'Bolder', size: 'Medium' }),
          ...(facts ? [run(facts, { isSubtle: true })] : []),
          ...words.map((text) => run(text)),
        ],
        actions: [{ type: 'Action.OpenUrl', title: open, url: link }],
      },
    },
  ],
})

/** The three characters that Slack reads as the beginning of a mention, a link or an entity. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** Five characters may stand for one. */
const fitting = (text: string): string => {
  const whole = escaped(short(text))
  return whole.length > 2 * longest ? escaped(short(text, longest / 3)) : whole
}
const plain = (text: string): object => ({ type: 'plain_text', text: fitting(text), emoji: false })

/** What an incoming webhook of Slack takes: Block Kit with plain texts only, so that nothing that people wrote mentions anybody or becomes a link. */
export const slackPayload = ({ title, facts, words, open }: CardText, link: string): object => ({
  text: escaped(facts ? `${title} · ${facts}` : title),
  blocks: [
    { type: 'header', text: plain(title.slice(0, 140)) },
    ...(facts ? [{ type: 'context', elements: [plain(facts)] }] : []),
    ...words.map((text) => ({ type: 'section', text: plain(text) })),
    { type: 'actions', elements: [{ type: 'button', text: plain(open.slice(0, 70)), url: link }] },
  ],
})
