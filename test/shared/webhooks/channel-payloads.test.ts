import { expect, test } from 'vitest'
import { defaultFramework } from '../../../shared/domain/framework.ts'
import hookMessages from '../../../shared/i18n/compiled/hooks.ts'
import labels from '../../../shared/i18n/compiled/labels.ts'
import { messageFormat } from '../../../shared/i18n/message-format.ts'
import { cardText } from '../../../shared/webhooks/card-text.ts'
import { slackPayload, teamsPayload } from '../../../shared/webhooks/channel-payloads.ts'
import { hookEventTypes, type ToldEvent } from '../../../shared/webhooks/hook-events.ts'

const link = 'https://gleaner.example.org/ideas/1'
const told = (more: Partial<ToldEvent>): ToldEvent => ({
  event: { id: 'msg_1', type: 'idea.result', at: 0, idea: '1', site: 'north', result: 'worse' },
  idea: { id: '1', pathway: 'incubator', phase: 'test', disposition: 'active', onHold: false, topic: '', site: '' },
  time: '2026-12-01T10:00:00.000Z',
  network: 'n',
  link,
  ...more,
})
const framework = { ...defaultFramework, sites: [{ key: 'north', label: 'North <Clinic> & more' }] }
const english = messageFormat('en', hookMessages.en, labels.en)
const spanish = messageFormat('es', hookMessages.es, labels.es)
const hostile = '<!channel> [press](https://evil.example) <https://evil.example|here> *bold* & more'

test('[O69] a card for Teams is an adaptive card in a message, in which what people wrote is text and only our own link leads anywhere', () => {
  const words = { idea: hostile }
  const card = teamsPayload(cardText(told({ words }), framework, english), link)
  expect(card).toEqual({
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
            { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Result of a test', weight: 'Bolder', size: 'Medium' }] },
            {
              type: 'RichTextBlock',
              inlines: [{ type: 'TextRun', text: 'worse · Incubator · Test · North <Clinic> & more', isSubtle: true }],
            },
            { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: hostile }] },
          ],
          actions: [{ type: 'Action.OpenUrl', title: 'Open in Gleaner', url: link }],
        },
      },
    ],
  })
})

test('[O69] a message for Slack has plain texts only, and mentions and links in what people wrote are escaped', () => {
  const message = slackPayload(cardText(told({ words: { idea: hostile } }), framework, spanish), link)
  const { text, blocks } = message as { text: string; blocks: object[] }
  expect(text).toBe('Resultado de una prueba · empeoró · Incubadora · Prueba · North &lt;Clinic&gt; &amp; more')
  const texts = JSON.stringify(blocks)
  expect(texts).not.toContain('mrkdwn')
  expect(texts).not.toMatch(/<!|<https/)
  expect(texts).toContain('&lt;!channel&gt;')
  expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ type: 'button', url: link }] })
})

test('[O69] every event has a title of its own in every language, and no card grows beyond what channels take', () => {
  for (const format of [english, spanish]) {
    const titles = hookEventTypes.map((type) => cardText(told({ event: { id: 'msg_1', type, at: 0 } }), framework, format).title)
    expect(new Set(titles).size).toBe(hookEventTypes.length)
  }
  const long = cardText(told({ words: { idea: 'x'.repeat(20_000), says: '<'.repeat(20_000) } }), framework, english)
  for (const payload of [teamsPayload(long, link), slackPayload(long, link)]) expect(JSON.stringify(payload).length).toBeLessThan(25_000)
  for (const [, text = ''] of JSON.stringify(slackPayload(long, link)).matchAll(/"text":"([^"]*)"/g))
    expect(text.length).toBeLessThanOrEqual(3000)
})
