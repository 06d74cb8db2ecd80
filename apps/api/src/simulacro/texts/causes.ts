/** Matters that people take up in their free time. */
export interface Cause {
  matter: string
  /** In the infinitive. */
  deeds: string[]
}

/** Matter | deeds. */
export const CAUSES: Cause[] = `
el cuidado del agua | reparar fugas entre vecinas y vecinos | limpiar barrancas antes de las lluvias | llevar la cuenta de lo que se consume en la colonia
la lectura | abrir una sala de lectura los sábados | juntar libros usados | leer en voz alta en el jardín
el deporte infantil | rescatar una cancha abandonada | organizar una liga sin cuotas | conseguir uniformes
las fiestas y tradiciones | organizar la mayordomía con cuentas claras | enseñar danzas a la niñez | recuperar recetas y relatos
la reforestación | plantar árboles nativos | cuidar lo plantado en la sequía | hacer brechas contra incendios
la seguridad de las calles | caminar la colonia para señalar luminarias descompuestas | acordar una red de aviso entre casas | pedir cruces seguros frente a las escuelas
el acompañamiento a mujeres que viven violencia | escuchar sin juzgar | acompañar a denunciar | reunir fondos para pasajes y guardería
los derechos de las personas con discapacidad | revisar rampas y banquetas | aprender lengua de señas | pedir transporte accesible
la economía de las familias | armar tandas con reglas escritas | organizar compras en grupo | dar talleres de presupuesto
el manejo de la basura | separar residuos por calle | hacer composta | negociar horarios de recolección
la protección de los animales | esterilizar perros y gatos | buscar hogares temporales | dar pláticas en escuelas
la salud comunitaria | organizar jornadas de detección | dar seguimiento a personas que viven solas | capacitar en primeros auxilios
el riego y los canales | limpiar canales en faena | llevar el padrón de turnos | resolver diferencias entre usuarios
la atención de personas migrantes | ayudar con trámites de identidad | mantener el contacto con quienes están lejos | orientar a quienes regresan
la lengua y la cultura de los pueblos | dar clases de lengua materna | grabar relatos de personas mayores | traducir avisos de la asamblea
la prevención de adicciones | abrir talleres por la tarde | acompañar a familias | formar a jóvenes que escuchan a jóvenes
la vivienda digna | gestionar escrituras | organizar jornadas de autoconstrucción | revisar casas dañadas
la memoria de la comunidad | reunir fotografías antiguas | recorrer los barrios con la niñez | publicar un boletín de la colonia
la escuela pública | participar en el comité de madres y padres | pintar salones en faena | pedir cuentas de cada cooperación
la protección civil | hacer simulacros por calle | ubicar a las personas que necesitan ayuda para salir | revisar cables y coladeras
el comercio justo | abrir un tianguis de productoras | acordar precios a la vista | enseñar a pesar y etiquetar
la bicicleta y la caminata | trazar rutas seguras | prestar bicicletas | contar cuántas personas pasan por cada cruce
el cuidado de la primera infancia | organizar una guardería entre familias | dar talleres de crianza | vigilar el peso y la talla
la transparencia | pedir información pública | leer presupuestos en grupo | explicar en carteles en qué se gasta`
  .trim()
  .split('\n')
  .map((line) => line.split(' | '))
  .map(([matter = '', ...deeds]) => ({ matter, deeds }))
