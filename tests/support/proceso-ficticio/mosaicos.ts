import type { MosaicoPack } from '@conoceles/domain'

/** Its municipios alone: a pack need not draw every kind. */
export const mosaicos: MosaicoPack[] = [
  {
    tipo: 'municipio',
    columnas: 2,
    credito: 'Mapa inventado para las pruebas.',
    fuente: 'Inventado para las pruebas',
    confianza: 'alta',
    teselas: [
      { clave: 'm3', corto: 'Sierra', abreviatura: 'SIE', fila: 1, columna: 2 },
      { clave: 'm1', corto: 'Puerto', abreviatura: 'PUE', fila: 2, columna: 1 },
      { clave: 'm2', corto: 'Llano', abreviatura: 'LLA', fila: 2, columna: 2 },
    ],
  },
]
