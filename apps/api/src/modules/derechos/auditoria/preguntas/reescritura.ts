import type { BitacoraService } from '../../../bitacora/index.ts'
import type { Secretos } from '../../../../shared/criptografia/secretos.ts'
import { listCabezas, nombreCabeza, type CabezaRow } from './actos.queries.ts'
import { cuantos, dentro, type Contexto, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['Cabeza firmada', 'Cuándo', 'Último acto que cubre', 'Huella que firmó', 'La bitácora dice lo mismo']

interface Parts {
  bitacora: BitacoraService
  firmas: Secretos['firmas']
}

/** Whether the chain follows from its beginning, and whether each head that left the house still agrees with it. */
export async function responderReescritura({ tx, periodo, instante, dia }: Contexto, { bitacora, firmas }: Parts): Promise<Respuesta> {
  const { integra, n, primerFallo } = await bitacora.verificar(tx, firmas)
  const cabezas = await listCabezas(tx)
  const broken = cabezas.filter(({ coincide }) => !coincide)
  const shown = cabezas.filter(({ en }) => dentro(dia(en), periodo))
  return {
    frases: [
      integra && broken.length === 0
        ? noDesde({ n, cabezas })
        : `Sí: la cadena deja de coincidir en el acto ${primerFallo ?? broken.at(-1)?.n ?? n}.`,
      'Quien guardó un extracto o una cabeza de otro día lo comprueba sin confiar en este sistema.',
    ],
    columnas: COLUMNAS,
    filas: shown.map((each) => ({
      celdas: [
        nombreCabeza(each),
        // Between cortes the clock of the machine counts, which a simulacro does not move.
        each.tipo === 'corte' ? `Con datos al ${instante(each.en)}` : `${instante(each.en)}, por el reloj del servidor`,
        String(each.n),
        each.hash,
        each.coincide ? 'Sí' : 'No',
      ],
      actos: [each.n],
    })),
  }
}

/** The signed heads prove up to their last act, and no further. */
function noDesde({ n, cabezas }: { n: number; cabezas: readonly CabezaRow[] }): string {
  const firmado = Math.max(0, ...cabezas.map((each) => each.n))
  if (firmado === 0)
    return `Nadie puede comprobarlo todavía: los ${cuantos(n, ['acto sigue', 'actos siguen'])} al anterior, pero ninguna cabeza se ha firmado.`
  const signed = cuantos(cabezas.length, ['cabeza firmada y publicada', 'cabezas firmadas y publicadas'])
  return `No, hasta el acto ${firmado}: cada acto sigue al anterior y ${cabezas.length === 1 ? 'coincide' : 'coinciden'} con ${signed}.`
}
