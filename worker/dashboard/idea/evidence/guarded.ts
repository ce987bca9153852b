import { useEffect, useState } from 'preact/hooks'
import type { guard } from '../../../../shared/mutations/engine/phi-guard.ts'
import { showFound } from '../../ui/found-in-form.ts'
import { newEvidenceMessages } from '../../i18n/new-evidence.ts'

type Guard = typeof guard

/**
 * The patient guard, loaded with a form whose text leaves the bank: what it finds is not even sent to the server, which reads it
 * again. Answers what is wrong with texts; '' where nothing is, and until it is there.
 */
export const usePatientGuard = (): ((texts: object) => string) => {
  const [loaded, setLoaded] = useState<{ guard: Guard } | undefined>(undefined)
  useEffect(() => {
    void import('../../../../shared/mutations/engine/phi-guard.ts').then(setLoaded, () => undefined)
  }, [])
  return (texts) => {
    const refusal = loaded?.guard(texts)
    return refusal ? [newEvidenceMessages.form.patient, showFound(null, texts, refusal.reason)].filter(Boolean).join(' ') : ''
  }
}
