import { ref } from 'vue'

/** Whether a boleta was seen since the visor started: then each candidatura offers the way back to it. It says nothing of the place. */
export const boletaVista = ref(false)
