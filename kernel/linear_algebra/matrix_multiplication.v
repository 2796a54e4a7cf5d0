(** The equations of linear-algebra/matrix-multiplication, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** three-viewers: ba4483d3d5240abc *)
Theorem three_viewers
    (R : comUnitRingType) :
  ((@rows R 3 2 [:: [:: 2%:R; 1]; [:: 1; 0]; [:: 0; 3%:R]]) *m (@rows R 2 4 [:: [:: 1; 2%:R; 0; 1]; [:: 0; 1; 2%:R; 1]])) = (@rows R 3 4 [:: [:: 2%:R; 5%:R; 2%:R; 3%:R]; [:: 1; 2%:R; 0; 1]; [:: 0; 3%:R; 6%:R; 3%:R]]).
Proof. prove. Qed.

(** matrix-product-entries: d5d52464c88fb7c6 *)
Theorem matrix_product_entries
    (R : comUnitRingType)
    (n d k : nat)
    (C : 'M[R]_(n, d))
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d))
    (i : 'I_n)
    (j : 'I_d)
    (C_is : C = (A *m B)) :
  (C i j) = (\sum_(l < k) ((A i l) * (B l j))) :> R.
Proof. prove. Qed.

(** product-inner-products: e58a4b0b30a4b359 *)
Theorem product_inner_products
    (R : comUnitRingType)
    (n d k : nat)
    (C : 'M[R]_(n, d))
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d))
    (i : 'I_n)
    (j : 'I_d)
    (C_is : C = (A *m B)) :
  (C i j) = (((row i A) *m (col j B)) 0 0) :> R.
Proof. prove. Qed.

(** matrix-vector-columns: a2408d962c7bcfae *)
Theorem matrix_vector_columns
    (R : comUnitRingType)
    (n k : nat)
    (A : 'M[R]_(n, k))
    (x : 'cV[R]_k) :
  (A *m x) = (\sum_(l < k) ((x l 0) *: (col l A))).
Proof. prove. Qed.

(** product-by-columns: d399e74b0cdf30c8 *)
Theorem product_by_columns
    (R : comUnitRingType)
    (d n k : nat)
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d))
    (j : 'I_d) :
  (col j (A *m B)) = (A *m (col j B)).
Proof. prove. Qed.

(** product-by-rows: d4c3278de6535eba *)
Theorem product_by_rows
    (R : comUnitRingType)
    (n k d : nat)
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d))
    (i : 'I_n) :
  (row i (A *m B)) = ((row i A) *m B).
Proof. prove. Qed.

(** product-rank-one-terms: 94cda2324f82386b *)
Theorem product_rank_one_terms
    (R : comUnitRingType)
    (n k d : nat)
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d)) :
  (A *m B) = (\sum_(l < k) ((col l A) *m (row l B))).
Proof. prove. Qed.

(** product-associative: addaf7b74b924696 *)
Theorem product_associative
    (R : comUnitRingType)
    (n d k m : nat)
    (D : 'M[R]_(n, d))
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d))
    (F : 'M[R]_(d, m))
    (E : 'M[R]_(k, m))
    (D_is : D = (A *m B))
    (E_is : E = (B *m F)) :
  (D *m F) = (A *m E).
Proof. prove. Qed.

(** price-of-two-orders: 468213232a837c0d *)
Theorem price_of_two_orders
    (R : comUnitRingType)
    (d : R)
    (k : R)
    (m : R)
    (n : R)
    (P_1 : R)
    (P_2 : R)
    (unit : (d : R) \is a GRing.unit)
    (unit_2 : (k : R) \is a GRing.unit)
    (unit_3 : (m : R) \is a GRing.unit)
    (unit_4 : (n : R) \is a GRing.unit)
    (P_1_is : P_1 = ((d * k * n) + (d * m * n)))
    (P_2_is : P_2 = ((d * k * m) + (k * m * n))) :
  (d^-1 * k^-1 * m^-1 * n^-1 * (P_1 + (- P_2))) = (k^-1 + m^-1 + (- d^-1) + (- n^-1)) :> R.
Proof. prove. Qed.

(** break-even-rank: cb469522105ffca4 *)
Theorem break_even_rank
    (R : comUnitRingType)
    (k : R)
    (d : R)
    (n : R)
    (unit : (d : R) \is a GRing.unit)
    (unit_2 : (n : R) \is a GRing.unit)
    (unit_3 : ((d^-1 + n^-1) : R) \is a GRing.unit)
    (k_is : k = (d^-1 + n^-1)^-1) :
  (k * (d + n)) = (d * n) :> R.
Proof. prove. Qed.

(** three-viewers-mixed: 7ad49276c50c77a8 *)
Theorem three_viewers_mixed
    (R : comUnitRingType) :
  ((@rows R 3 2 [:: [:: 2%:R; 3%:R]; [:: 1; 1]; [:: 0; 3%:R]]) *m (@rows R 2 4 [:: [:: 1; 1; (- 2%:R); 0]; [:: 0; 1; 2%:R; 1]])) = (@rows R 3 4 [:: [:: 2%:R; 5%:R; 2%:R; 3%:R]; [:: 1; 2%:R; 0; 1]; [:: 0; 3%:R; 6%:R; 3%:R]]).
Proof. prove. Qed.

(** factors-not-unique: 0a2784df004a2c4f *)
Theorem factors_not_unique
    (R : comUnitRingType)
    (n k d : nat)
    (A : 'M[R]_(n, k))
    (M : 'M[R]_k)
    (B : 'M[R]_(k, d))
    (invertible : M \in unitmx) :
  (A *m M *m (invmx M) *m B) = (A *m B).
Proof. prove. Qed.

(** product-transpose: 7ba68055ce819bfb *)
Theorem product_transpose
    (R : comUnitRingType)
    (n k d : nat)
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d)) :
  (A *m B)^T = (B^T *m A^T).
Proof. prove. Qed.

(** trace-of-three: bbe881a1d8e40b77 *)
Theorem trace_of_three
    (R : comUnitRingType)
    (n k d : nat)
    (A : 'M[R]_(n, k))
    (B : 'M[R]_(k, d))
    (G : 'M[R]_(d, n)) :
  (\tr (A *m B *m G)) = (\tr (G *m A *m B)) :> R.
Proof. prove. Qed.

(** frobenius-trace: 45b10950019cbbc3 *)
Theorem frobenius_trace
    (R : comUnitRingType)
    (n k : nat)
    (A : 'M[R]_(n, k)) :
  (sqn A) = (\tr (A^T *m A)) :> R.
Proof. prove. Qed.

(** block-product: 4162f42664cce4a0 *)
Theorem block_product
    (R : comUnitRingType)
    (n k m p d q : nat)
    (A_1 : 'M[R]_(n, k))
    (A_2 : 'M[R]_(n, m))
    (A_3 : 'M[R]_(p, k))
    (A_4 : 'M[R]_(p, m))
    (B_1 : 'M[R]_(k, d))
    (B_3 : 'M[R]_(k, q))
    (B_2 : 'M[R]_(m, d))
    (B_4 : 'M[R]_(m, q)) :
  ((block_mx A_1 A_2 A_3 A_4) *m (block_mx B_1 B_3 B_2 B_4)) = (block_mx ((A_1 *m B_1) + (A_2 *m B_2)) ((A_1 *m B_3) + (A_2 *m B_4)) ((A_3 *m B_1) + (A_4 *m B_2)) ((A_3 *m B_3) + (A_4 *m B_4))).
Proof. prove. Qed.

Print Assumptions three_viewers.
Print Assumptions matrix_product_entries.
Print Assumptions product_inner_products.
Print Assumptions matrix_vector_columns.
Print Assumptions product_by_columns.
Print Assumptions product_by_rows.
Print Assumptions product_rank_one_terms.
Print Assumptions product_associative.
Print Assumptions price_of_two_orders.
Print Assumptions break_even_rank.
Print Assumptions three_viewers_mixed.
Print Assumptions factors_not_unique.
Print Assumptions product_transpose.
Print Assumptions trace_of_three.
Print Assumptions frobenius_trace.
Print Assumptions block_product.
