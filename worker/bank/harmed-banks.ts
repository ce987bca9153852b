import type { NetworkObject } from './network-object.ts'

/**
 * Which banks were found harmed. An object that runs tells it (its daily look); for one that does not start whoever asked it does, so that a cron
 * need not wake every object to know.
 */
export const noteHarm = async (db: D1Database, object: string, now: number): Promise<void> => {
  await db.prepare('INSERT INTO harmed_bank (object, found_at) VALUES (?, ?) ON CONFLICT (object) DO NOTHING').bind(object, now).run()
}

/** The same of a network by its short name, whose object did not start. */
export const noteHarmOf = async ({ DIRECTORY, NETWORKS }: Env, slug: string, now: number): Promise<void> => {
  const name = await DIRECTORY.prepare('SELECT object FROM network WHERE slug = ?').bind(slug).first<string>('object')
  if (name !== null) await noteHarm(DIRECTORY, NETWORKS.idFromName(name).toString(), now)
}

const answers = async (bank: DurableObjectStub<NetworkObject>): Promise<boolean> => {
  try {
    await bank.health()
    return true
  } catch {
    // Also one that is only overrun: it is asked again in ten minutes.
    return false
  }
}

/** Asks those again that were found harmed, and takes them off the list once they answer: they were restored. */
export const checkHarmed = async ({ DIRECTORY, NETWORKS }: Env): Promise<void> => {
  const { results } = await DIRECTORY.prepare('SELECT object FROM harmed_bank LIMIT 200').all<{ object: string }>()
  for (const { object } of results)
    if (await answers(NETWORKS.get(NETWORKS.idFromString(object))))
      await DIRECTORY.prepare('DELETE FROM harmed_bank WHERE object = ?').bind(object).run()
}
