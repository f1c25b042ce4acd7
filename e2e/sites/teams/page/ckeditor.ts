import './policy.ts';
import 'ckeditor5/ckeditor5.css';

/** A file of its own: the editor is fetched when the chat is opened for the first time. */
export { Bold, Essentials, InlineEditor, Paragraph } from 'ckeditor5';
