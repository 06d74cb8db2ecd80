import { openSource, UnreadableError, type Source } from './verificacion/source.ts'
import { ContradictionError, verifyCortes } from './verificacion/verify-cortes.ts'

const USAGE = `Uso: npm run verificar -- <dirección o carpeta>

Comprueba la firma, la cadena y cada huella de lo publicado. Por ejemplo:
  npm run verificar -- http://localhost:3000
  npm run verificar -- ./corte-exportado   (con llaves.json, cortes/N.json y cada recurso en su ruta)`

const place = process.argv[2]
if (!place) {
  console.error(USAGE)
  process.exit(2)
}
process.exit(await judge(openSource(place)))

/** 0: everything agrees; 1: a contradiction; 2: it could not be read. */
async function judge(source: Source): Promise<number> {
  console.log(`Se comprueba ${source.name}\n`)
  try {
    const { cortes, recursos, bytes } = await verifySettled(source)
    console.log(`\nTodo coincide: ${cortes} cortes encadenados; del último, ${recursos} recursos (${(bytes / 1e6).toFixed(1)} MB).`)
    return 0
  } catch (error) {
    if (error instanceof ContradictionError) console.error(`\nCONTRADICCIÓN. ${error.message}`)
    else if (error instanceof UnreadableError) console.error(`\n${error.message}`)
    else throw error
    return error instanceof ContradictionError ? 1 : 2
  }
}

/** A corte published meanwhile replaces bytes of the one under check: that is no contradiction, so the check begins again. */
async function verifySettled(source: Source): ReturnType<typeof verifyCortes> {
  for (;;) {
    const before = (await source.numeros()).at(-1)
    try {
      return await verifyCortes(source, console.log)
    } catch (error) {
      if ((await source.numeros()).at(-1) === before) throw error
      console.log('\nSe publicó otro corte durante la comprobación: se empieza de nuevo.\n')
    }
  }
}
