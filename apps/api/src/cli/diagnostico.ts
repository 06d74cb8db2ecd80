import 'reflect-metadata'
import { ConfigError, readConfig, type Config } from '../config.ts'
import { ownerSource } from '../database/owner.ts'
import { ENTITIES, MODULES } from '../modules.ts'
import {
  diagnosisLines,
  falla,
  hasAllKeys,
  pagesOf,
  reviewAddress,
  reviewBase,
  reviewKeys,
  reviewMachine,
  reviewMail,
  reviewSettings,
  type Hallazgo,
} from '../operacion/diagnostico/index.ts'
import { ownerUrl } from '../running-file.ts'
import { createClock } from '../shared/clock.ts'
import { createCorreo } from '../shared/correo.ts'
import { openLlavero } from '../shared/criptografia/llavero.ts'
import { readPassword } from '../shared/criptografia/secretos.ts'
import { startupSentence } from '../startup-sentence.ts'
import { cerradas } from './llavero/rotar.ts'

const clock = createClock()
const now = () => clock.system().epochMilliseconds

/** Looks at all that the system needs of this machine and of others, and changes nothing. */
async function diagnose(): Promise<Hallazgo[]> {
  const config = settings()
  if (!('origen' in config)) return [config]
  const keys = reviewKeys(config.secretos)
  const found = await Promise.all([
    reviewMachine(config),
    reviewDatabase(config),
    reviewMail(createCorreo(config, clock)),
    ...pagesOf(config).map((page) => reviewAddress(page, now)),
  ])
  return [...reviewSettings(config), ...keys, ...found.flat()]
}

function settings(): Config | Hallazgo {
  try {
    return readConfig()
  } catch (error) {
    return falla(
      'Ajustes',
      startupSentence(error),
      error instanceof ConfigError ? 'Corrija ese ajuste y vuelva a intentar: los demás no se revisaron.' : null,
    )
  }
}

async function reviewDatabase(config: Config): Promise<Hallazgo[]> {
  // The ring of a folder that lacks a key would make it.
  if (!hasAllKeys(config.secretos)) return [falla('Base de datos', 'No se revisó: antes hay que mirar las llaves.')]
  const url = ownerUrl(config)
  if (url === null)
    return [falla('Base de datos', 'No se revisó.', 'Inicie el simulacro con npm start, o dé DATABASE_URL con la cuenta dueña.')]
  return reviewBase({
    modo: config.modo,
    owner: ownerSource(url, ENTITIES),
    url,
    password: (role) => readPassword(config.secretos, role),
    figures: MODULES.flatMap(({ figures }) => figures ?? []),
    now,
    cerradas: (owner) => cerradas(owner, openLlavero(config.secretos)),
  })
}

const found = await diagnose()
process.stdout.write(`${diagnosisLines(found).join('\n')}\n`)
process.exitCode = found.some(({ gravedad }) => gravedad === 'falla') ? 1 : 0
