import { useState } from 'preact/hooks'
import { adoptDraft } from '../../drafts/drafts.ts'
import type { KnownClip } from '../../capture/known-paper.ts'
import { type Shown, showOnPage } from '../../capture/show-on-page.ts'
import { decided, edit, fields, form, invalid } from '../state/form-state.ts'
import { Invalid } from '../parts/invalid.tsx'
import { clips, unfinishedOfPaper } from '../state/known-state.ts'
import { database, draft, recent, tab, thisRun } from '../state/panel-state.ts'
import { knownMessages } from '../../i18n/known.ts'
import { day } from '../../i18n/formats.ts'

const shownAtMost = 3
const ownIdeasAtMost = 5

const whoClipped = ({ by, at, inBank }: KnownClip): string => {
  const { clippedBy, you, somebody, inBank: bank, waiting } = knownMessages
  return clippedBy({ who: by === '' ? you : (by ?? somebody), date: day(at), where: inBank ? bank : waiting })
}

const Sentence = ({ clip }: { clip: KnownClip }) => {
  const [shown, setShown] = useState<Shown | undefined>(undefined)
  const { quote } = clip
  if (!quote) return null
  const show = async (): Promise<void> => {
    if (tab.value !== null) setShown(await showOnPage(tab.value, quote))
  }
  return (
    <>
      <blockquote class="known-quote">{quote.exact}</blockquote>
      {draft.value?.from === 'page' && (
        <p class="beside">
          <button type="button" class="link-button" onClick={() => void show()}>
            {knownMessages.showOnPage}
          </button>
          <span class="soft" role="status">
            {shown && knownMessages.shownOnPage[shown]}
          </span>
        </p>
      )}
    </>
  )
}

/** One way to save: with that clip, or ('') with a clip of its own. */
const Way = ({ reuse }: { reuse: string }) => (
  <label>
    <input type="radio" name="reuse" checked={decided.value.reuse === reuse} onChange={() => edit({ reuse })} />{' '}
    {reuse ? knownMessages.useClip : knownMessages.clipAgain}
  </label>
)

/** The clip for one of the paper's ideas alone, without an idea of its own. */
const onlyFor = (idea: string): void => edit({ withIdea: false, supports: [idea] })

/** Known by the same number or address, but called otherwise: both titles, for a person to say whether it is one paper. */
const BothTitles = ({ clip }: { clip: KnownClip }) => {
  if (clip.otherwise === undefined) return null
  return (
    <dl class="both-titles">
      <div>
        <dt>{knownMessages.titleOfClip}</dt>
        <dd>{clip.otherwise || knownMessages.noTitle}</dd>
      </div>
      <div>
        <dt>{knownMessages.titleOfPage}</dt>
        <dd>{fields.value?.title || knownMessages.noTitle}</dd>
      </div>
    </dl>
  )
}

const Clip = ({ clip }: { clip: KnownClip }) => (
  <li>
    <p class="soft">{whoClipped(clip)}</p>
    <BothTitles clip={clip} />
    <Sentence clip={clip} />
    {clip.ideas.length > 0 && <p class="soft">{knownMessages.supportsTitle}</p>}
    {clip.ideas.length > 0 && (
      <ul class="supported">
        {clip.ideas.map(({ id, change }) => (
          <li key={id}>
            {change}{' '}
            {form.value.withIdea && (
              <button type="button" class="link-button" onClick={() => onlyFor(id)} aria-label={knownMessages.addToThis({ idea: change })}>
                {knownMessages.addToIt}
              </button>
            )}
          </li>
        ))}
      </ul>
    )}
    <Way reuse={clip.evidence} />
  </li>
)

/** Ideas that this clip may support as well: those of the paper's other clips, and the person's own newest. */
const Supports = ({ reused }: { reused: KnownClip | undefined }) => {
  const already = new Set(reused?.ideas.map(({ id }) => id))
  const own = recent.value.flatMap(({ idea }) => (idea?.disposition === 'active' ? [{ id: idea.id, change: idea.change }] : []))
  const offered = new Map([...clips.value.flatMap(({ ideas }) => ideas), ...own.slice(0, ownIdeasAtMost)].map((idea) => [idea.id, idea]))
  const ideas = [...offered.values()].filter(({ id }) => !already.has(id))
  const { supports = [] } = form.value
  const choose = (id: string, on: boolean): void => edit({ supports: on ? [...supports, id] : supports.filter((other) => other !== id) })
  return (
    <fieldset class="known-choice" aria-describedby={invalid.value?.field === 'supports' ? 'invalid-supports' : undefined}>
      <legend>{knownMessages.alsoSupports}</legend>
      {ideas.length === 0 && <p class="soft">{knownMessages.noOtherIdea}</p>}
      {ideas.map(({ id, change }, index) => (
        <label key={id}>
          <input
            type="checkbox"
            id={index === 0 ? 'supports' : undefined}
            checked={supports.includes(id)}
            onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
          />{' '}
          {change}
        </label>
      ))}
      <Invalid field="supports" />
    </fieldset>
  )
}

const Unfinished = () => {
  const [other] = unfinishedOfPaper.value
  if (!other) return null
  const goOn = async (): Promise<void> => {
    if (database.value) await adoptDraft(database.value, other.id, tab.value, thisRun())
  }
  return (
    <p class="notice known-draft">
      {knownMessages.unfinishedOfPaper}{' '}
      <button type="button" class="link-button" onClick={() => void goOn()}>
        {knownMessages.goOn}
      </button>
    </p>
  )
}

const titleOf = (all: readonly KnownClip[]): string => {
  const alike = all.filter(({ otherwise }) => otherwise === undefined)
  if (alike.length === 0) return knownMessages.knownOtherwise
  return alike.some(({ here }) => here) ? knownMessages.knownHere : knownMessages.knownPaper
}

/** Said at once, also offline: this paper was clipped before, what was kept of it, and what can be done instead of clipping it twice. */
export const KnownPart = () => {
  const all = clips.value
  const reused = all.find(({ evidence }) => evidence === decided.value.reuse)
  return (
    <>
      <Unfinished />
      {all.length > 0 && (
        <section class="known" aria-labelledby="known">
          <h3 id="known">
            <span role="status">{titleOf(all)}</span>
          </h3>
          <fieldset class="known-choice">
            <legend class="unseen">{knownMessages.knownChoice}</legend>
            <ul>
              {all.slice(0, shownAtMost).map((clip) => (
                <Clip key={clip.evidence} clip={clip} />
              ))}
            </ul>
            {all.length > shownAtMost && <p class="soft">{knownMessages.moreClips({ count: all.length - shownAtMost })}</p>}
            <Way reuse="" />
          </fieldset>
          {!form.value.withIdea && <Supports reused={reused} />}
        </section>
      )}
    </>
  )
}
