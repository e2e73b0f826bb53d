-- Neovim 0.11 and later read this file for vim.lsp.enable('attrib_lsp').
return require('attrib-lsp.client').config()
