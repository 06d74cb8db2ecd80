import { datosDelPaquete, type ProcesoPack } from '@conoceles/domain'
import { probarFilas, probarRepetidas, type Falta } from '../falta.ts'

/** Every row speaks of facts that the pack has, says something, and stands once. */
export function faltasDeCierres(pack: ProcesoPack): Falta[] {
  const { cierres = [] } = pack
  if (cierres.length === 0) return []
  const claves = datosDelPaquete(pack).map(({ clave }) => clave)
  return [
    ...probarRepetidas(['cierres'], cierres, ({ comienzo }) => comienzo),
    ...probarFilas(['cierres'], cierres, ({ comienzo, quien, donde }) => [
      {
        falla: comienzo === '' || !claves.some((clave) => clave.startsWith(comienzo)),
        en: ['comienzo'],
        dice: `Ningún dato del paquete empieza con «${comienzo}»`,
        remedio: 'Use el comienzo de una clave, como «calendario.» o «actores.»',
      },
      { falla: quien.trim() === '', en: ['quien'], dice: 'No dice quién lo cierra', remedio: 'Escriba el órgano o la autoridad' },
      { falla: donde.trim() === '', en: ['donde'], dice: 'No dice dónde se leerá', remedio: 'Escriba el documento o la publicación' },
    ]),
  ]
}
