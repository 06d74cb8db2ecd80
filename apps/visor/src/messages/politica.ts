import own from './es-MX/politica.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
