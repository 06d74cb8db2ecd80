import type { ActividadPack, ProgramaPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const
const cita = { seccion: 'A', lugar: 'texto', dice: '1 de mayo' }

const despues = (milestone: 'pleno' | 'comision', dias: number) => ({
  ...{ tipo: 'despues' as const, de: { actividad: null, milestone }, dias, tipoDias: 'naturales' as const },
  inhabil: 'se_mantiene' as const,
})

/** One duty of each kind: by a date, by a month, by an event that an acuerdo brings, and two by events that a person registers. */
export const programa: ProgramaPack = {
  actividades: [
    actividad('A', {
      statements: [{ clave: 'A-1', milestone: 'pleno', regla: { tipo: 'fecha', fecha: '2030-05-01' }, cita }],
      cadena: [
        { clave: 'a', tipo: 'proyecto', milestone: null, texto: 'Elaborar el proyecto', responsables: ['OF'] },
        { clave: 'b', tipo: 'convocatoria_reunion', milestone: null, texto: 'Convocar a reunión de trabajo', responsables: ['OF'] },
        { clave: 'c', tipo: 'observaciones', milestone: null, texto: 'Recibir las observaciones', responsables: ['OF'] },
        { clave: 'd', tipo: 'convocatoria_sesion', milestone: null, texto: 'Convocar a sesión', responsables: ['OF'] },
        { clave: 'e', tipo: 'hito', milestone: 'comision', texto: 'Aprobar en la Comisión', responsables: ['OF'] },
        { clave: 'f', tipo: 'hito', milestone: 'pleno', texto: 'Aprobar en el Concejo', responsables: ['OF'] },
      ],
      contenidos: ['Áreas responsables', 'Calendario'],
    }),
    actividad('B', {
      meses: { desde: '2030-04', hasta: '2030-06' },
      statements: [{ clave: 'B-1', milestone: 'remision', regla: { tipo: 'dia_del_mes_siguiente', dia: 5 }, cita }],
    }),
    actividad('C', {
      evento: { tipo: 'acuerdo_candidaturas', milestone: 'pleno' },
      statements: [{ clave: 'C-1', milestone: 'remision', regla: despues('pleno', 1), cita }],
      cadena: [
        { clave: 'a', tipo: 'hito', milestone: 'pleno', texto: 'Aprobar en el Concejo', responsables: ['OF'] },
        { clave: 'b', tipo: 'hito', milestone: 'remision', texto: 'Remitir', responsables: ['OF'] },
      ],
    }),
    actividad('D', {
      evento: { tipo: 'documento_emitido', milestone: 'comision' },
      statements: [{ clave: 'D-1', milestone: 'remision', regla: despues('comision', 5), cita }],
      cadena: [{ clave: 'a', tipo: 'hito', milestone: 'remision', texto: 'Remitir', responsables: ['OF'] }],
    }),
    actividad('E', {
      evento: { tipo: 'modificacion', milestone: 'comision' },
      statements: [{ clave: 'E-1', milestone: 'remision', regla: despues('comision', 5), cita }],
      cadena: [{ clave: 'a', tipo: 'hito', milestone: 'remision', texto: 'Remitir', responsables: ['OF'] }],
    }),
  ],
  hechos: [],
  menciones: [],
  sesiones: [],
  areas: [{ clave: 'OF', nombre: 'Oficina de Valle Claro', rol: 'secretaria' }],
  laborales: { descansos: [], jornadas: ['2030-07-07'], propios: ['2030-05-01'], todosHabiles: [], ...invented },
  vigencia: { desde: '2030-01-01', hasta: '2030-12-31' },
  recordatorios: {
    avisoDias: 4,
    distancias: [5, 2, 0],
    hora: '08:30',
    resumen: { dia: 2, hora: '08:00' },
    escalamiento: { despuesDias: 2, cadaDias: 4, roles: ['comision'] },
    silencio: { desde: '20:00', hasta: '06:30' },
    vigenciaHoras: 30,
    sinCuenta: ['secretaria'],
    ...invented,
  },
}

function actividad(clave: string, rest: Partial<ActividadPack>): ActividadPack {
  return {
    clave,
    numero: clave,
    nombre: `Actividad ${clave}`,
    orden: 1,
    meses: null,
    evento: null,
    statements: [],
    cadena: [],
    contenidos: [],
    ...invented,
    ...rest,
  }
}
