import 'reflect-metadata'
import { namesAccount, readConfig } from '../config.ts'
import { closeDatabases } from '../database/databases.ts'
import { ownerSource } from '../database/owner.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { rehearseMigrations } from '../database/versions.ts'
import { ENTITIES } from '../modules.ts'
import { openSecretos } from '../shared/criptografia/secretos.ts'
import { startupSentence } from '../startup-sentence.ts'

/**
 * Prepares the database of DATABASE_URL for this build, as each start of a service with the owner's account does. With --simular it applies
 * the same in a transaction that it undoes, and says what it was.
 */
async function migrar(simular: boolean): Promise<string> {
  const { databaseUrl: url, secretos } = readConfig()
  if (!url || !namesAccount(url)) throw new Error('falta DATABASE_URL con la cuenta dueña.')
  if (simular) return simulado(url)
  const { owner, databases } = await prepareDatabase({ url, password: openSecretos(secretos).password, entities: ENTITIES })
  await closeDatabases(databases)
  await owner.destroy()
  return 'La base de datos está preparada para esta versión.'
}

async function simulado(url: string): Promise<string> {
  const owner = await ownerSource(url, ENTITIES).initialize()
  try {
    const { pending, empty } = await rehearseMigrations(owner)
    if (empty) return 'La base de datos está vacía: se prepararía entera.'
    if (pending.length === 0) return 'No falta nada: la base de datos ya está como la necesita esta versión.'
    return [
      `Se aplicarían ${pending.length}, en este orden:`,
      ...pending.map((name) => `  ${name}`),
      'Se aplicaron sin error en una transacción que se deshizo: la base de datos quedó como estaba.',
    ].join('\n')
  } finally {
    await owner.destroy()
  }
}

try {
  process.stdout.write(`${await migrar(process.argv.includes('--simular'))}\n`)
} catch (error) {
  process.stderr.write(`${startupSentence(error)}\n`)
  process.exitCode = 1
}
