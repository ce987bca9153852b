import { expect, test } from 'vitest'
import { browserKind, isPhone } from '../../../worker/dashboard/start/browser-kind.ts'

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
const android = 'Mozilla/5.0 (Linux; Android 10; K)'
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.for([
  ['chrome', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, false],
  ['chrome', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}`, false],
  ['edge', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/141.0.0.0`, false],
  ['firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', false],
  ['other', `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`, false],
  ['chrome', `${android} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36`, true],
  ['edge', `${android} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0`, true],
  ['firefox', 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', true],
  ['other', `${iPhone} Version/18.6 Mobile/15E148 Safari/604.1`, true],
  ['chrome', `${iPhone} CriOS/141.0.0.0 Mobile/15E148 Safari/604.1`, true],
] as const)('[A40] it is told which extension fits: %s, %s', ([kind, userAgent, phone]) => {
  expect(browserKind(userAgent)).toBe(kind)
  expect(isPhone(userAgent, phone ? 5 : 0)).toBe(phone)
})

test('[A40] an iPad says that it is a Mac, and is told by its fingers', () => {
  const iPad = `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`
  expect([isPhone(iPad, 5), isPhone(iPad, 0)]).toEqual([true, false])
})
