import type { EstadisticaPack, TablaIdentidadPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

export const estadistica: EstadisticaPack = {
  minimo: { valor: 5, ...invented },
  cortes: [
    { fecha: '2030-05-02', ...invented },
    { fecha: '2030-06-20', ...invented },
    { fecha: '2030-07-20', ...invented },
  ],
  tablas: [tabla('islena', 'Personas isleñas', 'sexo'), tabla('serrana', 'Personas serranas', 'cargo')],
  publicas: [],
  edades: {
    rangos: [
      { clave: '18-39', nombre: 'De 18 a 39 años', desde: 18, hasta: 39 },
      { clave: '40+', nombre: '40 años o más', desde: 40, hasta: null },
    ],
    ...invented,
  },
}

function tabla(clave: string, titulo: string, desglose: TablaIdentidadPack['desglose']): TablaIdentidadPack {
  return {
    clave,
    titulo,
    pregunta: clave,
    grupo: clave,
    desglose,
    respuestas: [
      { clave: 'si', nombre: 'Sí', valores: ['Sí'] },
      { clave: 'no', nombre: 'No', valores: ['No'] },
      { clave: 'pnc', nombre: 'Prefieren no contestar', valores: ['Prefiero no contestar'] },
    ],
    ...invented,
  }
}
