import { readConfig } from '../config.ts'
import { readRunning } from '../running-file.ts'
import { createClock } from '../shared/clock.ts'
import { Carpeta, CarpetaError, toCarpetaError } from './exportacion/carpeta.ts'
import { exportar, type Hecha } from './exportacion/exportar.ts'
import { Sitio } from './exportacion/sitio.ts'
import { ContradictionError, UnreadableError } from './verificacion/faults.ts'

const USAGE = `Uso: npm run exportar -- <carpeta> [dirección]

Escribe en la carpeta todo lo público del corte más reciente, sitio y datos, para que cualquier servidor de archivos lo entregue.
Si la carpeta ya tiene una copia, escribe sólo lo que cambió y quita lo que se retiró. Por ejemplo:
  npm run exportar -- ./copia                          (del sistema en marcha en este equipo)
  npm run exportar -- ./copia https://conoceles.example`

/** Each turn asks only for the files that the one before lacks, and so is quicker than it. */
const TURNS = 6
const NO_REST =
  'Se publican cortes más de prisa de lo que se pueden copiar. La copia anterior, si la había, quedó como estaba: repita la orden en un rato.'

const [, , place, address] = process.argv
if (!place) {
  console.error(USAGE)
  process.exit(2)
}
process.exit(await run(place))

/**
 * 0: the copy stands; 1: the copied bytes contradict the signed ones; 2: they could not be read or written. With 1 and 2 the earlier copy
 * stays.
 */
async function run(place: string): Promise<number> {
  try {
    const sitio = new Sitio(addressOf())
    const { corte, recursos, huella, escritos, iguales } = await copiar(place, sitio)
    console.log(
      `\nListo: corte ${corte.numero} del ${corte.en}, ${recursos} recursos, comprobado. Se escribieron ${escritos} archivos; ${iguales} estaban igual.`,
    )
    console.log(`Huella de la copia: ${huella}`)
    console.log(`Para comprobarlo otra vez: npm run verificar -- ${place}`)
    return 0
  } catch (error) {
    if (error instanceof ContradictionError) console.error(`\nCONTRADICCIÓN. ${error.message}\nLa carpeta quedó como estaba.`)
    else if (error instanceof UnreadableError || error instanceof CarpetaError) console.error(`\n${error.message}`)
    else throw error
    return error instanceof ContradictionError ? 1 : 2
  }
}

function addressOf(): string {
  const found = address ?? readRunning(readConfig())?.origen
  if (!found) throw new UnreadableError('No hay un sistema en marcha en este equipo: inícielo con npm start, o agregue su dirección.')
  if (!URL.canParse(found) || !/^https?:$/.test(new URL(found).protocol)) {
    throw new UnreadableError(`«${found}» no es una dirección: escríbala completa, por ejemplo https://conoceles.example`)
  }
  return found
}

/** A corte that comes in meanwhile makes it begin again, with the files that it has already. */
async function copiar(place: string, sitio: Sitio): Promise<Hecha> {
  const carpeta = await Carpeta.abrir(place)
  try {
    for (let turn = 1; turn <= TURNS; turn += 1) {
      const hecha = await exportar({
        sitio,
        carpeta,
        ahora: createClock().system().toString({ smallestUnit: 'second' }),
        tell: console.log,
      })
      if (!hecha) {
        console.log('\nSe publicó otro corte mientras se copiaba: se empieza de nuevo.\n')
        await carpeta.vaciar()
        continue
      }
      await carpeta.cambiar()
      return hecha
    }
    throw new UnreadableError(NO_REST)
  } catch (error) {
    await carpeta.abandonar()
    throw toCarpetaError(error, carpeta.folder)
  } finally {
    sitio.close()
  }
}
