import { CONFIANZAS, type ProcesoPack, type SenasAjena, type SenasPack } from '@conoceles/domain'
import { probarFilas, type Falta, type Prueba } from '../falta.ts'

/** Faults of the videos of a pack: one a page, each with its address and size or its file, its length, who signs and a source. */
export function faltasDeSenas({ senas = [] }: ProcesoPack): Falta[] {
  const paginas = senas.map(({ pagina }) => pagina)
  return probarFilas(['senas'], senas, (each, at) => [
    ...propias(each),
    { falla: paginas.indexOf(each.pagina) !== at, dice: `Hay dos videos de ${each.pagina}`, remedio: 'Deje uno' },
  ])
}

function propias(each: SenasPack): Prueba[] {
  const { pagina, segundos, quien, fuente, confianza } = each
  return [
    { falla: !/^\/([a-z0-9-]+(\/[\w-]+)*)?$/.test(pagina), en: ['pagina'], dice: `«${pagina}» no es una página del sitio`, remedio: 'Escríbala como /como-votar' },
    ...('archivo' in each ? [] : deDireccion(each)),
    { falla: !Number.isInteger(segundos) || segundos < 1, en: ['segundos'], dice: `El video de ${pagina} no dice cuánto dura`, remedio: 'Escriba sus segundos' },
    { falla: quien.trim() === '', en: ['quien'], dice: `El video de ${pagina} no dice quién interpreta`, remedio: 'Escriba su nombre' },
    { falla: !fuente || !CONFIANZAS.includes(confianza), dice: `El video de ${pagina} no dice su fuente`, remedio: 'Escriba «fuente» y «confianza»' },
  ] // prettier-ignore
}

/** A file is looked at when it is loaded (`carga/senas.ts`). */
function deDireccion({ pagina, direccion, bytes }: SenasAjena): Prueba[] {
  return [
    { falla: !URL.canParse(direccion) || new URL(direccion).protocol !== 'https:', en: ['direccion'], dice: `La dirección del video de ${pagina} no empieza con https://`, remedio: 'Use una dirección segura' },
    { falla: !Number.isInteger(bytes) || bytes < 1, en: ['bytes'], dice: `El video de ${pagina} no dice cuánto pesa`, remedio: 'Escriba sus bytes' },
  ] // prettier-ignore
}
