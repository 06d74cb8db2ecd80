import type { AcuerdosPack, CausaPack, ListadoPack, MembretePack, OficioPack, PlantillasPack, ReglaPack } from '@conoceles/domain'
import { pack } from '../paquete.ts'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

export const causas: CausaPack[] = [
  { clave: 'renuncia', nombre: 'Renuncia', actos: ['sustituir', 'cancelar'], publica: true, ...invented },
  { clave: 'enfermedad', nombre: 'Enfermedad', actos: ['sustituir', 'cancelar'], publica: false, ...invented },
  { clave: 'otro_lugar', nombre: 'Pasa a otro lugar', actos: ['sustituir', 'cancelar'], publica: true, conLugar: true, ...invented },
  { clave: 'fallo', nombre: 'Fallo judicial', actos: ['sustituir', 'cancelar', 'corregir', 'restituir'], publica: true, ...invented },
]

const CARGOS = ['legislatura', 'alcaldia', 'presidencia_comunidad']

export const reglas: ReglaPack[] = [
  regla('pareja', { tipo: 'paridad_formula', cargos: CARGOS, texto: 'La fórmula es de un solo género.' }),
  regla('edad', { tipo: 'edad_minima', cargos: ['intendencia', ...CARGOS], parametros: { edad: 25 }, texto: 'Se piden veinticinco años.' }),
  regla('unica', { tipo: 'personas_incompatibles', cargos: ['intendencia', ...CARGOS], texto: 'Una persona, un lugar.' }),
  regla('completa', { tipo: 'suplente_faltante', cargos: CARGOS, texto: 'Toda fórmula lleva suplente.' }),
  regla('islas', { tipo: 'accion_afirmativa_minima', cargos: ['legislatura'], parametros: { minimo: 1, hastaLugar: 2, grupos: 'islena' }, texto: 'Una fórmula isleña entre las dos primeras.' }), // prettier-ignore
  regla('fechas', { tipo: 'fuera_de_ventana', cargos: CARGOS, parametros: { inicio: '2030-04-15', fin: '2030-07-06' }, texto: 'Se sustituye hasta la víspera.' }), // prettier-ignore
]

export const listados: ListadoPack[] = [
  {
    clave: 'L-1',
    titulo: 'Candidaturas a la legislatura',
    cargos: ['legislatura'],
    columnas: [
      { clave: 'numero', titulo: 'Núm.' },
      { clave: 'nombre', titulo: 'Nombre' },
      { clave: 'calidad', titulo: 'Calidad' },
      { clave: 'acuerdo_numero', titulo: 'Acuerdo' },
      { clave: 'sustituye_a', titulo: 'Sustituye a' },
    ],
    ...invented,
  },
]

export const oficio: OficioPack = {
  numeracion: { patron: 'VC/OF/…/{anio}', ...invented },
  lugar: { texto: 'Puerto Imaginario', ...invented },
  remitente: { cargo: 'Oficina de Valle Claro', ...invented },
  destinatario: { cargo: 'Enlace con las oficinas', organo: 'Autoridad Ficticia', ...invented },
  atencion: { cargo: 'Unidad de Archivo', organo: 'Autoridad Ficticia', ...invented },
  asunto: 'Actividad {actividades}',
  parrafos: ['El {instituto} remite {entregables}.', 'Durante el {proceso}.'],
  ...invented,
}

/** Tests of the documents read the sentences of the real pack. */
export const plantillas: PlantillasPack = pack.plantillas

export const membrete: MembretePack = {
  nombre: { texto: 'Instituto Electoral de Valle Claro', ...invented },
  area: { texto: 'Oficina de Valle Claro', ...invented },
  emblema: { png: null, ...invented },
  domicilio: { texto: 'Calle del Muelle 1', ...invented },
  telefono: { texto: null, ...invented },
  sitio: { texto: null, ...invented },
  lemas: [{ texto: 'Año del muelle', desde: '2030-01-01', hasta: '2030-12-31', decreto: 'Decreto 1 de Valle Claro', ...invented }],
  firma: { rotulo: 'ATENTAMENTE', presente: 'P R E S E N T E', ...invented },
  copias: { prefijo: 'C.c.p.', nota: 'Presente.', siempre: ['Archivo.'], ...invented },
  tipografia: { texto: 'Times New Roman', ...invented },
}

export const acuerdos: AcuerdosPack = {
  numeracion: { patron: 'VC/ACU/___/{anio}', ...invented },
  antecedentes: [{ texto: 'El 2 de enero de 2030 {organo} tomó el acuerdo VC/ACU/1.', ...invented }],
  considerandos: [
    { texto: 'Que la actividad {actividad} prevé {documento}{vence}.', ...invented },
    { texto: 'Cite los artículos de {organo}', ...invented, confianza: 'por_confirmar' },
    { texto: 'Que esto es de otra actividad.', actividades: ['Z'], ...invented },
  ],
  marco: [{ texto: 'Ley Ficticia', ...invented }],
  decisiones: [],
  puntos: [{ texto: 'Notifíquese al muelle.', ...invented }],
}

function regla(clave: string, rest: Pick<ReglaPack, 'tipo' | 'cargos' | 'texto'> & Partial<ReglaPack>): ReglaPack {
  return { clave, parametros: {}, ...invented, ...rest }
}
