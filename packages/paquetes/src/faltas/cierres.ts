import { PARTES_DATO, type ProcesoPack } from '@conoceles/domain'
import { probarFilas, probarRepetidas, type Falta } from '../falta.ts'

/** Every row speaks of a part of the pack, says something, and stands once. A row stays right when its facts are confirmed. */
export function faltasDeCierres({ cierres = [] }: ProcesoPack): Falta[] {
  return [
    ...probarRepetidas(['cierres'], cierres, ({ comienzo }) => comienzo),
    ...probarFilas(['cierres'], cierres, ({ comienzo, quien, donde }) => [
      {
        falla: !PARTES_DATO.includes(comienzo.split('.')[0] ?? ''),
        en: ['comienzo'],
        dice: `Ningún dato empieza con «${comienzo}»`,
        remedio: `Comience con ${PARTES_DATO.join(', ')}`,
      },
      { falla: quien.trim() === '', en: ['quien'], dice: 'No dice quién lo cierra', remedio: 'Escriba el órgano o la autoridad' },
      { falla: donde.trim() === '', en: ['donde'], dice: 'No dice dónde se leerá', remedio: 'Escriba el documento o la publicación' },
    ]),
  ]
}
