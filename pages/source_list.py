import streamlit as st

st.title('source_list')
