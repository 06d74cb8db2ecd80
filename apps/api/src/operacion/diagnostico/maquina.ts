import { access, constants } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { reviewDisk } from '../readiness.ts'
import { bien, falla, type Hallazgo } from './hallazgo.ts'

/** First Node that runs every package of the system. */
const OLDEST_NODE = [20, 19] as const

/** Program, disk and permissions of the machine. */
export async function reviewMachine({ datos }: { datos: string }): Promise<Hallazgo[]> {
  const disks = [...new Set([datos, tmpdir()])].map(async (folder) => [await reviewRoom(folder), ...(await reviewWritable(folder))])
  return [reviewNode(process.versions.node), ...(await Promise.all(disks)).flat()]
}

/** @param version as "20.19.2". */
export function reviewNode(version: string): Hallazgo {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldest, oldestMinor] = OLDEST_NODE
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return bien('Node', `Es ${version}.`)
  return falla('Node', `Es ${version}.`, `Instale Node ${oldest}.${oldestMinor} o uno posterior.`)
}

async function reviewRoom(folder: string): Promise<Hallazgo> {
  const { bien: enough, dice } = await reviewDisk(folder)
  return enough ? bien('Disco', dice) : falla('Disco', dice, 'Libere espacio, o dé DATOS con una carpeta de otro disco.')
}

async function reviewWritable(folder: string): Promise<Hallazgo[]> {
  return access(folder, constants.W_OK).then(
    () => [],
    () => [falla('Permisos', `Esta cuenta no puede escribir en ${folder}.`, `Dé permiso: chown a la cuenta que inicia el sistema.`)],
  )
}
