import { CONFIANZAS, TIPOS_MOSAICO, type MosaicoPack, type ProcesoPack } from '@conoceles/domain'
import { probar, type Falta } from '../falta.ts'

/** Faults of a map of squares: each demarcación of the kind has one of its own inside the map, in reading order. */
export function faltasDeMosaicos({ mosaicos = [], demarcaciones }: ProcesoPack): Falta[] {
  return mosaicos.flatMap(({ tipo, columnas, teselas, credito, fuente, confianza }, at) => {
    const all = demarcaciones.filter((each) => each.tipo === tipo).map(({ clave }) => clave)
    const mapa = `El mapa de tipo ${tipo}`
    return probar(['mosaicos', at], [
      { falla: !TIPOS_MOSAICO.includes(tipo), en: ['tipo'], dice: `${mapa} no existe`, remedio: `Use ${TIPOS_MOSAICO.join(' o ')}` },
      { falla: sorted(all) !== sorted(teselas.map(({ clave }) => clave)), en: ['teselas'], dice: `${mapa} no dibuja cada lugar una vez`, remedio: 'Compare sus claves con demarcaciones.json' },
      ...repeatedIn(teselas).map((lugar) => ({ falla: true, en: ['teselas'], dice: `${mapa} tiene dos cuadros en ${lugar}`, remedio: 'Mueva uno a otra fila o columna' })),
      { falla: teselas.some(({ fila, columna }) => fila < 1 || columna < 1 || columna > columnas), en: ['teselas'], dice: `${mapa} tiene un cuadro fuera`, remedio: 'Corrija su fila o su columna, o «columnas»' },
      { falla: !inOrder(teselas), en: ['teselas'], dice: `${mapa} no está en orden de lectura`, remedio: 'Ordene las teselas por fila y columna' },
      { falla: !credito || !fuente || !CONFIANZAS.includes(confianza), dice: `${mapa} no dice su crédito o su fuente`, remedio: 'Escriba «credito», «fuente» y «confianza»' },
    ]) // prettier-ignore
  })
}

function sorted(values: readonly string[]): string {
  return [...values].sort().join()
}

function placeOf({ fila, columna }: MosaicoPack['teselas'][number]): number {
  return fila * 100 + columna
}

function repeatedIn(teselas: MosaicoPack['teselas']): number[] {
  const places = teselas.map(placeOf)
  return places.filter((place, at) => places.indexOf(place) !== at)
}

function inOrder(teselas: MosaicoPack['teselas']): boolean {
  return teselas.every((each, at) => at === 0 || placeOf(each) > placeOf(teselas[at - 1] ?? each))
}
